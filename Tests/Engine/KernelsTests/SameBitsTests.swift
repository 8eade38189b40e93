import Foundation
import TestSupport
import Testing

@testable import Kernels

// The number of threads is fixed when the first loop runs, so each number gets a process of
// its own, which prints the bits of what it computed.
@Suite struct `The bits of a result` {
    @Test func `are the same on one thread, on two and on five`() async throws {
        let one = try await results(threads: 1)
        #expect(one.count == 1 + 4 * products.count + 12 + 10 + 6)
        #expect(one[0] == "1 threads")
        #expect(try await results(threads: 2).dropFirst() == one.dropFirst())
        #expect(try await results(threads: 5).dropFirst() == one.dropFirst())
    }

    private func results(threads: Int) async throws -> [Substring] {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [threads = threads as Int] in
            setenv("GROUNDUP_THREADS", "\(threads)", 1)
            printResults()
        }
        let lines = String(decoding: try #require(result).standardOutputContent, as: UTF8.self).split(separator: "\n")
        return lines.filter { $0.contains("threads") || $0.contains("bits") }
    }
}

private let products = Sizes.small + Sizes.large + Sizes.turned + Sizes.deep + Sizes.streamed + Sizes.ownPanels

private func printResults() {
    print(threadCount, "threads")
    for sizes in products {
        for (a, b) in [(false, false), (false, true), (true, false), (true, true)] {
            print(sizes.testDescription, "bits", fingerprint(product(sizes, a, b)))
        }
    }
    let x = noise(240_000)
    for (outer, count, inner) in [(1, 240_000, 1), (240, 1_000, 1), (1, 1_000, 240), (30, 80, 100)] {
        for reduction in [Reduction.sum, .maximum, .minimum] {
            var out = [Float](repeating: 0, count: outer * inner)
            reduce(reduction, out: &out, x, outer: outer, count: count, inner: inner)
            print(reduction, outer, count, inner, "bits", fingerprint(out))
        }
    }
    printNorms()
    printConvolutions()
}
