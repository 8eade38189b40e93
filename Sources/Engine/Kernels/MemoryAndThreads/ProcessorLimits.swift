// What this machine can do at most, measured here and now: `make doctor` compares the kernels with it.
//
// No kernel multiplies faster than numbers that never leave the registers, and none that waits for memory is faster
// than a copy. Both are measured on all threads at once, so threads that share a core, a quota, or a core that is busy
// with something else count as what they are.

import Foundation

/// Rates that no kernel can exceed.
public enum ProcessorLimits {
    /// Multiplications and additions per second (a product of two numbers that is added to a third counts as two).
    public static func operationsPerSecond(threads: Int = threadCount) -> Double {
        let steps = 200_000
        let operations = Double(threads * steps * chains * 2 * TileLimits.best.width)
        var seconds = 0.0
        withScratch(threads) { sums in
            seconds = fastest { parallelFor(threads) { range in for i in range { sums[i] = runChains(steps) } } }
        }
        return operations / seconds
    }

    /// Bytes per second between memory and processor while a large array is copied, read and written bytes together.
    public static func bytesPerSecond() -> Double {
        let count = 16 << 20
        var seconds = 0.0
        withScratch(2 * count) { memory in
            memory.update(repeating: 1, count: 2 * count)
            seconds = fastest {
                parallelFor(count, grain: elementGrain) { range in
                    (memory + count + range.lowerBound).update(from: memory + range.lowerBound, count: range.count)
                }
            }
        }
        return Double(2 * 4 * count) / seconds
    }

    /// Seconds of the fastest of eight runs.
    public static func fastest(_ body: () -> Void) -> Double {
        (0..<8).map { _ in ContinuousClock().measure(body) / .seconds(1) }.min()!
    }
}

/// Sums that do not wait for each other: as many as it takes to keep every unit busy, and as registers can hold.
private var chains: Int { TileLimits.best.width == 8 ? 12 : 24 }

/// Adds `steps` products to each of the sums, and returns their total.
@inline(never)
private func runChains(_ steps: Int) -> Float {
    switch TileLimits.best.width {
    case 16: run(steps, InlineArray<24, SIMD16<Float>>.self)
    case 8: run(steps, InlineArray<12, SIMD8<Float>>.self)
    default: run(steps, InlineArray<24, SIMD4<Float>>.self)
    }
}

@inline(__always)
private func run<let chains: Int, Vector: SIMD<Float>>(_ steps: Int, _: InlineArray<chains, Vector>.Type) -> Float {
    var sums = InlineArray<chains, Vector>(repeating: .zero)
    for i in 0..<chains { sums[i] = Vector(repeating: Float(i)) }
    let factor = Vector(repeating: 1 / Float(steps))
    for _ in 0..<steps { for i in 0..<chains { sums[i].addProduct(factor, factor) } }
    var total: Float = 0
    for i in 0..<chains { for lane in 0..<Vector.scalarCount { total += sums[i][lane] } }
    return total
}
