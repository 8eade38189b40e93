// # Running it for others
//
// Section 2.5 · After this page you can watch an application, stop it without losing a request, and put it on a server.

import Figures
import Foundation
import Notebook

// A program that runs for weeks, on a machine that nobody looks at, needs three more things than one that you start
// and stop yourself. Somebody, mostly another program, must be able to ask whether it is well: `/health`. Somebody
// must be able to see how well: `/metrics` has numbers in the form that the program Prometheus collects, and with it
// most others. The numbers only grow, since a collector that misses one visit then misses nothing. Times are counted
// in *buckets*: how many requests took at most 5 milliseconds, at most 10, and so on.

/// A histogram whose buckets count everything up to their limits.
public struct Buckets: Sendable, Equatable {
    public let limits: [Double]
    /// One more than limits: the last one counts all.
    public private(set) var counts: [Int]
    public private(set) var sum = 0.0

    public init(_ limits: [Double]) { (self.limits, counts) = (limits, [Int](repeating: 0, count: limits.count + 1)) }

    public mutating func add(_ value: Double) {
        for place in counts.indices where place == limits.count || value <= limits[place] { counts[place] += 1 }
        sum += value
    }

    /// The lines of a page of metrics.
    public func lines(_ name: String) -> [String] {
        zip(limits.map { "\($0)" } + ["+Inf"], counts).map { "\(name)_bucket{le=\"\($0)\"} \($1)" }
            + ["\(name)_sum \(sum)", "\(name)_count \(counts.last!)"]
    }

    /// A value that so large a share of all is not above, as far as buckets can tell; nil if it is above all limits.
    public func atMost(_ share: Double) -> Double? {
        let wanted = Int((share * Double(counts.last!)).rounded(.up))
        return zip(limits, counts).first { $1 >= wanted }?.0
    }
}

extension ModelToProduction {
    func whatBucketsKnow() throws {
        var times = Buckets([0.005, 0.01, 0.05, 0.1])
        for value in [0.002, 0.004, 0.007, 0.04, 0.3] { times.add(value) }
        show(times.lines("app_request_seconds").joined(separator: "\n"), "five requests in buckets")
        show(
            times.counts[2], "at most 0.05 seconds",
            predict: .count(
                "Requests took 2, 4, 7, 40 and 300 milliseconds. What does the bucket of 50 milliseconds count?",
                times.counts[2]))
        show(times.atMost(0.5)!, "half of them took at most")
    }

    func metricsOfThisRun() throws {
        // What the application of this run has counted, in part:
        let lines = try app.fetch(requestText("GET", "/metrics", host: "127.0.0.1")).text.split(separator: "\n")
        show(
            lines.filter { $0.hasPrefix("app_batch") }.joined(separator: "\n"),
            "batches of at most so many pictures; a matter of milliseconds, so no two runs agree")
    }

    func stoppedInTheMiddle() throws {
        // The third thing is to end well. A server is told to stop whenever a new version takes its place: it gets a
        // signal (SIGTERM, the same that `kill` sends; Ctrl-C sends SIGINT). It must take no new requests then, finish
        // those that it has, and go. Here eight photos are on their way when the signal comes: half of each has
        // arrived, and the other half follows a second later:
        let own = try RunningApp(self)
        let request = uploadRequest(try smallPhoto, named: "bear.png", to: "/api/predict", port: own.port)
        let senders = (0..<8).map { _ in Pending { try exchange(request, port: own.port, pause: 1).status } }
        try own.wait(forRequests: 8)
        own.stop()
        let answers = senders.map { $0.value ?? 0 }
        show(
            answers.filter { $0 != 200 }.count, "of eight requests that were not answered",
            predict: .count(
                "Eight photos are being sent when the server is told to stop. How many remain without an answer?",
                answers.filter { $0 != 200 }.count))
        show((try? own.fetch(requestText("GET", "/health", host: "127.0.0.1"))) == nil, "afterwards nobody is there")
    }

    func sixSteps() throws {
        // The book deploys its notebook to Binder, a free service, in six steps. It was the easiest way at that time
        // (2020), and for a Swift program it is none: Binder runs notebooks. Six steps to a server of your own are
        // hardly more:
        var table = TextTable(["", "the book's notebook, with Binder", "this application, with a container"])
        table.add(
            1, "put the notebook into a GitHub repository", "put the code and the exported model into a repository")
        table.add(2, "paste the repository's address into Binder", "rent the smallest machine with two cores and 2 GB")
        table.add(3, "choose “URL” for the file", "build: podman build -t bears -f Documentation/Containerfile .")
        table.add(4, "enter voila/render/name.ipynb as its path", "start: podman run -p 127.0.0.1:8002:8002 bears")
        table.add(5, "copy the link", "let a web server with a certificate (Caddy, nginx) pass requests on to it")
        table.add(6, "launch; the first time takes about five minutes", "watch /health and /metrics")
        show(table, "Six steps")

        // `Documentation/Containerfile` has step 3: everything that this application needs, on an ordinary Linux. It is
        // not needed on your own machine, where `swift run ch02 --serve` is enough. Step 5 is not optional on the open
        // web. This server speaks no encryption, and it trusts that nobody opens ten thousand connections at a time; a
        // web server in front of it takes care of both.
    }
}
