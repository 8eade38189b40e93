// How fast the kernels are here, beside what this machine can do; and why, where that is far apart.

import Common
import Foundation
import Kernels

/// Three kernels, each beside the limit that it runs into.
struct Speed {
    /// Below this share of the limit, something is wrong. (Measured where all is well: products 0.8 to 0.95, sums 0.7
    /// to 1.1, convolutions 1.9 on Zen 5, for Winograd's way saves multiplications.)
    static let least = 0.5

    static func findings() -> [Finding] {
        let watch = OtherPrograms()
        let (operations, bytes) = (ProcessorLimits.operationsPerSecond(), ProcessorLimits.bytesPerSecond())
        let limits = String(
            format: "%.0f GFLOP/s in registers, %.1f GB/s from memory (%@, measured now)", operations / 1e9,
            bytes / 1e9, threadCount == 1 ? "one thread" : "\(threadCount) threads")
        let measured = [product(operations), pass(bytes), convolution(operations)]
        let machine = Machine(others: watch.busy)
        let able = Finding(
            state: machine.reasons.isEmpty ? .fine : .slow, name: "what it can do", detail: limits,
            fix: machine.reasons.isEmpty ? nil : listed(machine.reasons))
        return [able] + measured.map { $0.finding(on: machine) }
    }

    /// One reason below the other, as the fixes of a finding are printed.
    private static func listed(_ reasons: [String]) -> String {
        reasons.joined(separator: "\n" + String(repeating: " ", count: 31))
    }

    /// One kernel's rate, and the share of the limit that it reaches.
    struct Measurement {
        let name: String
        let detail: String
        let share: Double

        func finding(on machine: Machine) -> Finding {
            let detail = detail + String(format: "; %.0f %% of what it can do", 100 * share)
            guard share < Speed.least else { return Finding(state: .fine, name: name, detail: detail) }
            let unknown = "none of the known reasons; run `make doctor` again, and report it if that stays"
            return Finding(
                state: .slow, name: name, detail: detail,
                fix: machine.reasons.isEmpty ? unknown : Speed.listed(machine.reasons))
        }
    }

    /// A product of two 1024×1024 matrices, by the engine and by OpenBLAS.
    static func product(_ limit: Double) -> Measurement {
        let n = 1024
        var (ours, theirs) = (0.0, 0.0)
        withNumbers(3 * n * n) { memory in
            let (a, b, c) = (memory, memory + n * n, memory + 2 * n * n)
            let x = MatrixView(a, rows: n, columns: n, rowStride: n, columnStride: 1)!
            let y = MatrixView(b, rows: n, columns: n, rowStride: n, columnStride: 1)!
            ours = ProcessorLimits.fastest { multiply(m: n, n: n, k: n, x, y, into: c, cStride: n) }
            theirs = ProcessorLimits.fastest { multiplyByOpenBLAS(m: n, n: n, k: n, x, y, into: c, cStride: n) }
        }
        let operations = 2 * Double(n * n * n)
        return Measurement(
            name: "matrix product",
            detail: String(
                format: "1024×1024: %.0f GFLOP/s (%@: %.0f)", operations / ours / 1e9, blasDescription(),
                operations / theirs / 1e9),
            share: operations / ours / limit)
    }

    /// a + b for 8 million numbers each.
    static func pass(_ limit: Double) -> Measurement {
        let count = 8 << 20
        var seconds = 0.0
        withNumbers(3 * count) { memory in
            seconds = ProcessorLimits.fastest {
                zip(.add, count: count, out: memory, memory + count, step: 1, memory + 2 * count, step: 1)
            }
        }
        let rate = Double(3 * 4 * count) / seconds
        return Measurement(
            name: "a pass over memory", detail: String(format: "a + b: %.1f GB/s", rate / 1e9), share: rate / limit)
    }

    /// 3×3, 64 to 64 channels, on eight images of 56×56.
    static func convolution(_ limit: Double) -> Measurement {
        let (images, channels, size) = (8, 64, 56)
        let shape = ConvolutionShape(
            images: images, channels: channels, filters: channels, groups: 1, input: Size2D(size), output: Size2D(size),
            kernel: Size2D(3), stride: Size2D(1), padding: Size2D(1), dilation: Size2D(1))
        let (count, weights) = (images * channels * size * size, channels * channels * 9)
        var seconds = 0.0
        withNumbers(2 * count + weights) { memory in
            seconds = ProcessorLimits.fastest {
                convolve(shape, memory, memory + count, weights: memory + 2 * count)
            }
        }
        let operations = 2 * Double(count * channels * 9)
        return Measurement(
            name: "convolution",
            detail: String(
                format: "3×3: %.0f GFLOP/s, counted without Winograd's shortcut, which makes a quarter of the products",
                operations / seconds / 1e9),
            share: operations / seconds / limit)
    }

    private static func withNumbers(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: count)
        defer { memory.deallocate() }
        for i in 0..<count { memory[i] = Float(i % 251) / 251 - 0.5 }
        body(memory)
    }
}
