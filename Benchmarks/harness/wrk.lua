-- What wrk sends, and how it reports. Arguments after `--`:
--   FILE [DEPTH]   GET the file's targets in turn, DEPTH at a time
-- The last line of the output is one JSON object; all times are in microseconds.

local requests = {}
local following = 0

function init(arguments)
    local depth = tonumber(arguments[2] or "1")
    for target in io.lines(arguments[1]) do
        table.insert(requests, wrk.format("GET", target):rep(depth))
    end
end

function request()
    following = following % #requests + 1
    return requests[following]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"duration":%d,"bytes":%d,"refused":%d,"failed":%d,"median":%d,"p99":%d}\n',
        summary.requests, summary.duration, summary.bytes, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(99)))
end
