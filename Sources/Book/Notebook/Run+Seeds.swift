// Where chance decides, one seed says little. So a page trains several times, and records the mean and the spread:
//
//     let accuracies = try run.overSeeds(5) { random in try train(using: &random).last! }
//     record("net/accuracy", over: accuracies, book: 0.9828)

import Kernels
import Tensors
import Training

extension Run {
    /// What `body` gives for several seeds, in order, one after the other. The first is the run's own, so its value is
    /// what a section that takes `run.random` gets. The same run has the same seeds every time.
    /// - Parameters:
    ///   - count: how many seeds, at least 1; `run.size(quick: 2, usual: 5, full: 20)`. `--seeds` overrules it.
    ///   - body: takes all its randomness from the generator that it is given.
    public func overSeeds<Value>(
        _ count: Int, _ body: (_ random: inout SplitMix64) throws -> Value
    ) rethrows -> [Value] {
        let count = options.seedCount ?? count
        return try progress("\(count) \(count == 1 ? "seed" : "seeds")", count) { bar in
            try seeds(count).map { seed in
                defer { bar.advance() }
                var random = SplitMix64(seed: seed)
                return try body(&random)
            }
        }
    }

    /// The same as ``overSeeds(_:_:)``, to the last bit, with several seeds at once: one on each core. It is faster
    /// where the operations of a training are so small that cores cannot share them.
    ///
    /// What `body` changes must be its own, since it runs on several threads. Epoch tables are not shown; those of
    /// several trainings would be mixed.
    public func overSeedsAtOnce<Value, Failure: Error>(
        _ count: Int, _ body: @Sendable (_ random: inout SplitMix64) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let seeds = seeds(options.seedCount ?? count)
        var values = [Result<Value, Failure>?](repeating: nil, count: seeds.count)
        progress("\(seeds.count) \(seeds.count == 1 ? "seed" : "seeds")", seeds.count) { bar in
            values.withUnsafeMutableBufferPointer { values in
                func train(_ numbers: Range<Int>) {
                    for number in numbers {
                        values[number] = alone(seeds[number], body)
                        bar.advance()
                    }
                }
                // Where the last ones would leave half of the cores idle, they come one after the other, and each has
                // all cores.
                let left = seeds.count % threadCount
                let atOnce = 2 * left > threadCount ? seeds.count : seeds.count - left
                parallelFor(atOnce) { train($0) }
                train(atOnce..<seeds.count)
            }
        }
        var found: [Value] = []
        for value in values { found.append(try value!.get()) }
        return found
    }

    /// What `body` gives for a seed, on whichever thread.
    private func alone<Value, Failure: Error>(
        _ seed: UInt64, _ body: (_ random: inout SplitMix64) throws(Failure) -> Value
    ) -> Result<Value, Failure> {
        Run.$current.withValue(self) {
            EpochReporting.silently {
                Result { () throws(Failure) in
                    var random = SplitMix64(seed: seed)
                    return try body(&random)
                }
            }
        }
    }

    /// The seeds of ``overSeeds(_:_:)``: the run's own, then others that follow from it. Runs with different seeds
    /// share none of them.
    public func seeds(_ count: Int) -> [UInt64] {
        require(count > 0, "\(count) seeds", "there is nothing to run over", try: "a count of at least 1")
        var next = SplitMix64(seed: seed)
        return [seed] + (1..<count).map { _ in next.next() }
    }
}
