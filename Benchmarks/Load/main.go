// A client for what wrk cannot do: a connection for each request (wrk goes on using a connection
// whose answer does not say that it is closed), and uploads of which each is sent once.
//
//	load -address HOST:PORT -clients 10 -for 3s                    GET /healthz, connecting each time
//	load -address HOST:PORT -clients 64 -for 3s -bodies FILE       POST /articles
//
// FILE holds bodies with a zero byte between them; the run ends early when all are sent.
// Prints one JSON object as wrk.lua does; all times are in microseconds.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"sort"
	"sync"
	"time"
)

// A client asks once, and says whether there was anything left to ask.
type client interface {
	ask(seen *tally) bool
	close()
}

// What one client has seen.
type tally struct {
	latencies []time.Duration
	// Answers by their status.
	statuses map[int]int
	failed   int
}

func main() {
	address := flag.String("address", "", "the server's host:port")
	count := flag.Int("clients", 10, "how many clients ask at a time")
	length := flag.Duration("for", 3*time.Second, "how long")
	bodies := flag.String("bodies", "", "a file of bodies to post")
	flag.Parse()

	clients := make([]client, *count)
	if *bodies == "" {
		for index := range clients {
			clients[index] = newConnector(*address, "/healthz")
		}
	} else {
		queue := newQueue(*bodies)
		for index := range clients {
			clients[index] = newUploader(*address, "/articles", queue)
		}
	}
	tallies := make([]tally, *count)
	began := time.Now()
	end := began.Add(*length)
	var group sync.WaitGroup
	for index := range clients {
		tallies[index].statuses = map[int]int{}
		group.Add(1)
		go func(asker client, seen *tally) {
			defer group.Done()
			defer asker.close()
			for time.Now().Before(end) && asker.ask(seen) {
			}
		}(clients[index], &tallies[index])
	}
	group.Wait()
	report(tallies, time.Since(began))
}

// Takes note of an answer, or of why there was none.
func (seen *tally) note(status int, err error, began time.Time) {
	if err != nil {
		if seen.failed == 0 {
			log.Print(err)
		}
		seen.failed++
		return
	}
	seen.statuses[status]++
	seen.latencies = append(seen.latencies, time.Since(began))
}

func report(tallies []tally, length time.Duration) {
	var latencies []time.Duration
	figures := map[string]int64{"duration": length.Microseconds(), "created": 0, "refused": 0}
	for _, seen := range tallies {
		latencies = append(latencies, seen.latencies...)
		figures["failed"] += int64(seen.failed)
		figures["created"] += int64(seen.statuses[201])
		for status, count := range seen.statuses {
			if status > 399 {
				figures["refused"] += int64(count)
			}
		}
	}
	sort.Slice(latencies, func(a, b int) bool { return latencies[a] < latencies[b] })
	figures["requests"] = int64(len(latencies))
	for name, share := range map[string]float64{"median": 0.5, "p99": 0.99} {
		figures[name] = 0
		if len(latencies) > 0 {
			figures[name] = latencies[int(share*float64(len(latencies)-1))].Microseconds()
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(figures); err != nil {
		log.Fatal(err)
	}
}
