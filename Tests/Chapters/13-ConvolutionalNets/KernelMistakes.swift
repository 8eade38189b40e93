// What the functions of sections 13.1 to 13.5 say to shapes that do not fit: without it they would broadcast, and give
// numbers that mean nothing.

import Chapter13
import Tensors
import TestSupport
import Testing

private let mistakes: [(words: [String], make: @Sendable () -> Void)] = [
    (
        ["applyKernel", "[1, 1]", "[3, 3]"],
        {
            _ = try? applyKernel(.ones(1, 1), to: .ones(5, 5), row: 1, column: 1)
        }
    ),
    (["applyKernel", "[1, 3]"], { _ = try? applyKernel(.ones(1, 3), to: .ones(5, 5), row: 1, column: 1) }),
    (["applyKernel", "to [9]"], { _ = try? applyKernel(topEdge, to: .ones(9), row: 1, column: 1) }),
    (["edgeMap of [9]"], { _ = try? edgeMap(topEdge, of: .ones(9)) }),
    (["windows of 6 × 6", "fit"], { _ = windowColumns(.ones(1, 1, 5, 5), kernelHeight: 6, kernelWidth: 6) }),
    (["windows of 0 × 3"], { _ = windowColumns(.ones(1, 1, 5, 5), kernelHeight: 0, kernelWidth: 3) }),
    (["bias [1]", "2 kernels"], { _ = convolve(.ones(1, 1, 5, 5), .ones(2, 1, 3, 3), bias: .ones(1)) }),
    (["bias [2, 2]", "4 kernels"], { _ = convolve(.ones(1, 1, 5, 5), .ones(4, 1, 3, 3), bias: .ones(2, 2)) }),
    (
        ["1 results", "0 places"],
        {
            _ = convolutionEquations(pixels: [["A"]], kernel: [["α", "β"]], results: ["P"])
        }
    ),
    (
        ["5 results", "4 places"],
        {
            let pixels = [["A", "B", "C"], ["D", "E", "F"], ["G", "H", "J"]]
            _ = convolutionEquations(
                pixels: pixels, kernel: [["α", "β"], ["γ", "δ"]], results: ["P", "Q", "R", "S", "T"])
        }
    ),
    (["kernel in letters"], { _ = symbolicMatrix(kernel: [], height: 3, width: 3) }),
]

@Suite struct `13.1 to 13.5 Mistakes` {
    @Test(.serialized, arguments: mistakes.indices)
    func `a mistake is explained in a few lines`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        let message = message(of: result)
        for word in mistakes[number].words { #expect(message.contains(word)) }
        #expect((1...3).contains(message.split(separator: "\n").count), "\(message)")
    }

    @Test func `a kernel that does not fit has a matrix without rows`() {
        let kernel = [["a", "b"], ["c", "d"]]
        #expect(symbolicMatrix(kernel: kernel, height: 1, width: 1).isEmpty)
        #expect(symbolicMatrix(kernel: kernel, height: 1, width: 5).isEmpty)
    }
}
