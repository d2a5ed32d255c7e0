package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

// Bodies, each handed out once.
type queue struct {
	bodies [][]byte
	taken  int64
}

func newQueue(path string) *queue {
	text, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return &queue{bodies: bytes.Split(text, []byte{0})}
}

// The next body; nil after the last.
func (waiting *queue) next() []byte {
	number := atomic.AddInt64(&waiting.taken, 1) - 1
	if number >= int64(len(waiting.bodies)) {
		return nil
	}
	return waiting.bodies[number]
}

// Posts bodies over one connection, a new one only after a failure.
type uploader struct {
	address    string
	target     string
	waiting    *queue
	connection net.Conn
	reader     *bufio.Reader
}

func newUploader(address, target string, waiting *queue) *uploader {
	return &uploader{address: address, target: target, waiting: waiting}
}

func (asker *uploader) ask(seen *tally) bool {
	body := asker.waiting.next()
	if body == nil {
		return false
	}
	began := time.Now()
	status, err := asker.post(body)
	if err != nil {
		asker.close()
	}
	seen.note(status, err, began)
	return true
}

func (asker *uploader) post(body []byte) (int, error) {
	if asker.connection == nil {
		connection, err := net.DialTimeout("tcp", asker.address, 10*time.Second)
		if err != nil {
			return 0, err
		}
		asker.connection = connection
		asker.reader = bufio.NewReader(connection)
	}
	if err := asker.connection.SetDeadline(time.Now().Add(30 * time.Second)); err != nil {
		return 0, err
	}
	head := fmt.Sprintf(
		"POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n",
		asker.target, asker.address, len(body))
	parts := net.Buffers{[]byte(head), body}
	if _, err := parts.WriteTo(asker.connection); err != nil {
		return 0, err
	}
	answer, err := http.ReadResponse(asker.reader, nil)
	if err != nil {
		return 0, err
	}
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return 0, err
	}
	if answer.Close {
		asker.close()
	}
	return answer.StatusCode, nil
}

func (asker *uploader) close() {
	if asker.connection != nil {
		asker.connection.Close()
		asker.connection = nil
	}
}
