// What the application counts.

import Foundation
import Synchronization

/// Counts requests, their times, and the batches of the nets.
final class AppMetrics: Sendable {
    private struct State {
        var requests: [String: Int] = [:]
        var seconds = Buckets([0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10])
        var together = Buckets([1, 2, 4, 8, 16, 32])
        var largest = 0
        var inFlight = 0
    }

    private let state = Mutex(State())

    /// A request begins; false if there are too many already.
    func begin(atMost most: Int) -> Bool {
        state.withLock {
            $0.inFlight += 1
            return $0.inFlight <= most
        }
    }

    func end(path: String, status: Int, seconds: Double) {
        state.withLock {
            $0.inFlight -= 1
            $0.requests["path=\"\(path)\",status=\"\(status)\"", default: 0] += 1
            $0.seconds.add(seconds)
        }
    }

    func count(together pictures: Int) {
        state.withLock {
            $0.together.add(Double(pictures))
            $0.largest = max($0.largest, pictures)
        }
    }

    /// The page of metrics, in Prometheus' form.
    var text: String {
        let now = state.withLock { $0 }
        var lines = ["# HELP app_requests_total Requests by path and status.", "# TYPE app_requests_total counter"]
        lines += now.requests.sorted { $0.key < $1.key }.map { "app_requests_total{\($0)} \($1)" }
        lines += ["# HELP app_request_seconds Time of each request.", "# TYPE app_request_seconds histogram"]
        lines += now.seconds.lines("app_request_seconds")
        lines += ["# HELP app_batch_pictures Pictures predicted together.", "# TYPE app_batch_pictures histogram"]
        lines += now.together.lines("app_batch_pictures")
        lines += ["# TYPE app_batch_pictures_largest gauge", "app_batch_pictures_largest \(now.largest)"]
        lines += ["# TYPE app_requests_in_flight gauge", "app_requests_in_flight \(now.inFlight)"]
        lines += [
            "# TYPE process_resident_memory_bytes gauge", "process_resident_memory_bytes \(residentBytes() ?? 0)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The memory that this program has now; nil where the system does not say.
func residentBytes() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map {
        $0 * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
