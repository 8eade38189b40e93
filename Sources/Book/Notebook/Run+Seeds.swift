// Where chance decides, one seed says little. So a page trains several times, and records the mean and the spread:
//
//     let accuracies = try run.overSeeds(5) { random in try train(using: &random).last! }
//     record("net/accuracy", over: accuracies, book: 0.9828)

import Tensors

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

    /// The seeds of ``overSeeds(_:_:)``: the run's own, then others that follow from it. Runs with different seeds share
    /// none of them.
    public func seeds(_ count: Int) -> [UInt64] {
        require(count > 0, "\(count) seeds", "there is nothing to run over", try: "a count of at least 1")
        var next = SplitMix64(seed: seed)
        return [seed] + (1..<count).map { _ in next.next() }
    }
}
