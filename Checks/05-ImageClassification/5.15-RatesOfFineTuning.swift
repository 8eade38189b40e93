import Exercises05
import Foundation
import Practice
import Solutions05
import Training

let fineTuningRates = Check(
    "5.15",
    answer(
        "fineTuningRates(epochs:frozenEpochs:batches:groups:rate:)",
        Exercises05.fineTuningRates(epochs:frozenEpochs:batches:groups:rate:),
        Solutions05.fineTuningRates(epochs:frozenEpochs:batches:groups:rate:))
) { rates in
    for (epochs, frozen, batches, groups, rate) in [
        (2, 1, 5, 3, 2e-3), (1, 1, 3, 2, 0.1), (3, 2, 4, 5, 3e-3), (0, 1, 4, 2, 1),
    ] {
        let found = try rates(epochs, frozen, batches, groups, rate)
        try expectEqual(found.its("number of batches") { $0.count }, (epochs + frozen) * batches)
        try expect(found, "\(groups) rates for each batch") { $0.allSatisfy { $0.count == groups } }
        // The engine's schedules, for the head.
        let first = Schedule.oneCycle(Float(rate), rise: 0.99, startDivisor: 25)
        let second = Schedule.oneCycle(Float(rate) / 2, rise: 0.3, startDivisor: 5)
        let (early, late) = (frozen * batches, epochs * batches)
        let peak = Float(rate)
        let firstRates = (0..<early).map { first(Double($0) / Double(early)) / peak }
        let secondRates = (0..<late).map { second(Double($0) / Double(late)) / peak }
        let heads = found.its("rates of the head, divided by \(rate)") { rows in rows.map { Float($0.last!) / peak } }
        try expectClose(heads, firstRates + secondRates, tolerance: 1e-4)
        try expect(found, "0 for all but the head, in the frozen epochs") {
            $0.prefix(early).allSatisfy { $0.dropLast().allSatisfy { $0 == 0 } }
        }
        for row in found.value.dropFirst(early) {
            let shares = row.map { $0 / row.last! }
            let expected = (0..<groups).map { group -> Double in
                let place = Double(group) / Double(groups - 1)
                return pow(100, place - 1)
            }
            try expectClose(Found("\(found.call), an entry divided by the head's rate", shares), expected)
        }
    }
    let alone = try rates(1, 0, 4, 2, 1)
    try expectClose(alone.its("the first entry") { $0[0] }, [0.001, 0.1])
}
