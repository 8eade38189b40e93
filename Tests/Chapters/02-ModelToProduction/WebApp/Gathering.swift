// Requests that wait together.

import Foundation
import Synchronization
import Testing

@testable import Chapter02

@Suite struct `2.5 Predicted together` {
    @Test func `who comes while others are served is served with all who came`() async throws {
        let batches = Mutex<[Int]>([])
        let (gate, open) = AsyncStream<Void>.makeStream()
        let gatherer = Gatherer<Int, Int>(most: 8) { numbers in
            let isFirst = batches.withLock {
                $0.append(numbers.count)
                return $0.count == 1
            }
            if isFirst { for await _ in gate { break } }
            return numbers.map { $0 * 10 }
        }
        async let first = gatherer(0)
        while batches.withLock({ $0.isEmpty }) { await Task.yield() }
        let others = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for number in 1...11 { group.addTask { (number, try await gatherer(number)) } }
            // All eleven wait now; then the first is let through.
            try await Task.sleep(for: .milliseconds(100))
            open.yield()
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let one = try await first
        #expect(one == 0 && others == Dictionary(uniqueKeysWithValues: (1...11).map { ($0, 10 * $0) }))
        #expect(batches.withLock { $0 } == [1, 8, 3])
    }

    @Test func `an error goes to all of its batch and to nobody else`() async throws {
        let gatherer = Gatherer<Int, Int>(most: 1) { numbers in
            if numbers == [2] { throw Refused(500, "two") }
            return numbers
        }
        for number in 1...3 {
            let result = try? await gatherer(number)
            #expect(result == (number == 2 ? nil : number))
        }
        let forgetful = Gatherer<Int, Int>(most: 4) { _ in [] }
        await #expect(throws: Refused.self) { try await forgetful(1) }
    }

    @Test func `patience costs a lone user, and gives a crowd nothing`() {
        func median(_ patience: Double, _ users: Int) -> Double {
            SimulatedQueue(patience: patience, most: 32, perBatch: 4, perPicture: 0.5).run(users: users, requests: 200)
                .median
        }
        #expect(median(0, 1) == 4.5 && median(20, 1) == 24.5)
        #expect(median(0, 32) <= median(20, 32))
    }
}
