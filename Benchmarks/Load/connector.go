package main

import (
	"errors"
	"io"
	"net"
	"strconv"
	"time"
)

// Makes a connection for each request, and reads until the server closes it.
type connector struct {
	address string
	request []byte
	answer  []byte
}

func newConnector(address, target string) *connector {
	request := "GET " + target + " HTTP/1.1\r\nHost: " + address + "\r\nConnection: close\r\n\r\n"
	return &connector{address: address, request: []byte(request), answer: make([]byte, 65536)}
}

func (asker *connector) ask(seen *tally) bool {
	began := time.Now()
	length, err := asker.exchange()
	status := 0
	if err == nil {
		status, err = statusOf(asker.answer[:length])
	}
	seen.note(status, err, began)
	return true
}

func (asker *connector) close() {}

// How many bytes the answer has.
func (asker *connector) exchange() (int, error) {
	connection, err := net.DialTimeout("tcp", asker.address, 10*time.Second)
	if err != nil {
		return 0, err
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return 0, err
	}
	if _, err := connection.Write(asker.request); err != nil {
		return 0, err
	}
	length := 0
	for length < len(asker.answer) {
		count, err := connection.Read(asker.answer[length:])
		length += count
		if err == io.EOF {
			return length, nil
		}
		if err != nil {
			return length, err
		}
	}
	return length, errors.New("the answer is too long for a health check")
}

// The status in `HTTP/1.1 200 OK`.
func statusOf(answer []byte) (int, error) {
	if len(answer) < 12 {
		return 0, errors.New("the connection was closed without an answer")
	}
	return strconv.Atoi(string(answer[9:12]))
}
