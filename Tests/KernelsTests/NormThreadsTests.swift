import Foundation
import TestSupport
import Testing

@testable import Kernels

// As in ThreadsTests: a process for each number of threads, which prints the bits of what it computed.
@Suite struct `The bits of norms, dropout and sums of rows` {
    @Test func `are the same on one thread, on two and on five`() async throws {
        let one = try await results(threads: 1)
        #expect(one.count == 10)
        #expect(try await results(threads: 2) == one)
        #expect(try await results(threads: 5) == one)
    }

    private func results(threads: Int) async throws -> [Substring] {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [threads = threads as Int] in
            setenv("GROUNDUP_THREADS", "\(threads)", 1)
            printResults()
        }
        let lines = String(decoding: try #require(result).standardOutputContent, as: UTF8.self).split(separator: "\n")
        return lines.filter { $0.contains("bits") }
    }
}

private func printResults() {
    for (items, channels, inner) in [(64, 3, 3_000), (300, 400, 4), (64, 20, 200)] {
        let n = items * channels * inner
        let (x, dy) = (noise(n), noise(n, seed: 2))
        var (y, dx) = ([Float](repeating: 0, count: n), [Float](repeating: 0, count: n))
        var numbers = [Float](repeating: 0, count: 4 * channels)
        numbers.withUnsafeMutableBufferPointer { numbers in
            let start = numbers.baseAddress!
            let kernel = BatchNormKernel(
                items: items, channels: channels, inner: inner, gamma: nil, beta: nil, mean: start,
                variance: start + channels, epsilon: 1e-5, relu: true)
            kernel.forward(&y, x, measuring: true)
            kernel.backward(&dx, start + 2 * channels, start + 3 * channels, dy, x, measured: true)
        }
        print("batch norm, bits", fingerprint(y), fingerprint(dx), fingerprint(numbers))
    }
    let (x, dy, ones) = (noise(500_000), noise(500_000, seed: 2), [Float](repeating: 1, count: 1_000))
    var (y, dx) = (x, x)
    var (dGamma, dBeta) = (ones, ones)
    let kernel = LayerNormKernel(rows: 500, columns: 1_000, gamma: ones, beta: ones, epsilon: 1e-5)
    kernel.forward(&y, x)
    kernel.backward(&dx, &dGamma, &dBeta, dy, x)
    print("layer norm, bits", fingerprint(y), fingerprint(dx), fingerprint(dGamma), fingerprint(dBeta))
    dropout(&y, x, count: 500_000, dropped: 0.3, scale: 1, seed: 7)
    print("dropout, bits", fingerprint(y))
    let ids = (0..<10_000).map { $0 * $0 % 997 }
    var table = [Float](repeating: 0, count: 50_000)
    addRows(&table, rows: 1_000, x, length: 50, numbers: ids, count: 10_000)
    print("sums of rows, bits", fingerprint(table))
    softmaxRows(&y, x, rows: 500, columns: 1_000)
    print("softmax, bits", fingerprint(y))
    softmaxBackwardRows(&dx, dy, y, rows: 500, columns: 1_000)
    print("its gradient, bits", fingerprint(dx))
    logSoftmaxRows(&y, x, rows: 5_000, columns: 100)
    print("log-softmax, bits", fingerprint(y))
    logSoftmaxBackwardRows(&dx, dy, y, rows: 5_000, columns: 100)
    print("its gradient, bits", fingerprint(dx))
}
