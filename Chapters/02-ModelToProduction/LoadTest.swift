// Many requests at a time: `swift run ch02 --load`, and the page 05l.

import Common
import Foundation
import Synchronization

/// What a load has shown.
struct LoadResult: Sendable {
    /// Seconds that each answered request took, in ascending order.
    var times: [Double]
    /// Requests without the answer 200.
    var lost: Int
    /// Seconds for all.
    var seconds: Double
    /// How many pictures the server has predicted together, at most, since it was started.
    var largestBatch: Int
    /// The memory of the server, before and after.
    var memory: ClosedRange<Int>?

    var perSecond: Double { Double(times.count) / seconds }

    /// How many milliseconds it took until this share of all requests was answered.
    func milliseconds(until share: Double) -> Double {
        if times.isEmpty { return .nan }
        return 1000 * times[min(times.count - 1, Int((share * Double(times.count)).rounded(.up)) - 1)]
    }
}

/// So many uploads, so many of them at a time.
struct LoadTest: Sendable {
    var requests: Int, atOnce: Int

    func run(on port: Int, photo: Data) throws -> LoadResult {
        let request = uploadRequest(photo, named: "bear.png", to: "/api/predict", port: port)
        let start = ContinuousClock.now
        let before = try metric("process_resident_memory_bytes", port)
        let box = Shared(requests)
        let users = (0..<atOnce).map { _ in
            Pending {
                while box.takesOne() {
                    let begin = ContinuousClock.now
                    let answer = try? exchange(request, port: port)
                    box.note((ContinuousClock.now - begin) / .seconds(1), answered: answer?.status == 200)
                }
            }
        }
        for user in users { _ = user.value }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let after = try metric("process_resident_memory_bytes", port)
        let (times, lost) = box.all
        return LoadResult(
            times: times.sorted(), lost: lost, seconds: seconds,
            largestBatch: try metric("app_batch_pictures_largest", port),
            memory: min(before, after)...max(before, after))
    }

    private func metric(_ name: String, _ port: Int) throws -> Int {
        let text = try exchange(requestText("GET", "/metrics", host: "127.0.0.1"), port: port).text
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
        return line.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    }
}

/// What the users of a load share.
private final class Shared: Sendable {
    private let left: Mutex<Int>
    private let results = Mutex<(times: [Double], lost: Int)>(([], 0))

    init(_ requests: Int) { left = Mutex(requests) }

    func takesOne() -> Bool {
        left.withLock {
            $0 -= 1
            return $0 >= 0
        }
    }

    func note(_ seconds: Double, answered: Bool) {
        results.withLock { if answered { $0.times.append(seconds) } else { $0.lost += 1 } }
    }

    var all: (times: [Double], lost: Int) { results.withLock { $0 } }
}

/// A queue before a worker, in a time that is only computed.
struct SimulatedQueue: Sendable {
    /// Milliseconds: how long it waits on purpose, what a batch costs, and what each picture in it does.
    var patience: Double, most: Int, perBatch: Double, perPicture: Double

    init(patience: Double, most: Int, perBatch: Double, perPicture: Double) {
        (self.patience, self.most, self.perBatch, self.perPicture) = (patience, most, perBatch, perPicture)
    }

    /// Users who each send one request after the other.
    /// - Returns: the median of the waiting times, and the mean size of the batches.
    func run(users: Int, requests: Int) -> (median: Double, batch: Double) {
        // When each user's request has arrived. All begin at once.
        var arrived = [Double](repeating: 0, count: users)
        var (now, waits, batches) = (0.0, [Double](), 0)
        while waits.count < requests {
            now = max(now, arrived.min()!)
            let there = arrived.count { $0 <= now }
            if there < most { now += patience }
            let batch = arrived.indices.filter { arrived[$0] <= now }.prefix(most)
            now += perBatch + perPicture * Double(batch.count)
            for user in batch {
                waits.append(now - arrived[user])
                // The next request comes a millisecond later.
                arrived[user] = now + 1
            }
            batches += 1
        }
        return (waits.sorted()[waits.count / 2], Double(waits.count) / Double(batches))
    }
}
