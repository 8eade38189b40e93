import Exercises01
import Foundation
import Practice
import Solutions01

let toneOfASound = Check(
    "1.10", answer("loudestTone(_:rate:)", Exercises01.loudestTone(_:rate:), Solutions01.loudestTone(_:rate:))
) { loudestTone in
    func wave(_ k: Double, _ n: Int, phase: Double = 0) -> [Double] {
        (0..<n).map { sin(2 * Double.pi * k * Double($0) / Double(n) + phase) }
    }
    func expectTone(_ samples: [Double], _ rate: Int, _ expected: Double) throws {
        let found = try loudestTone(samples, rate)
        try expect(found, "a frequency") { $0 != nil }
        try expectClose(found.its("frequency") { $0! }, expected, tolerance: 1e-6)
    }
    try expectTone([0, 1, 0, -1, 0, 1, 0, -1], 8000, 2000)
    // Wherever the wave begins; and an odd number of samples.
    for phase in [0.0, 0.5, 1.5, 3.0] { try expectTone(wave(5, 64, phase: phase), 8000, 625) }
    try expectTone(wave(3, 49), 490, 30)
    try expectTone(wave(24, 49), 490, 240)
    // Two waves, and a mean that is no wave.
    try expectTone(zip(wave(7, 100), wave(20, 100)).map { 0.6 * $0 + $1 + 40 }, 1000, 200)
    try expectTone(zip(wave(7, 100), wave(20, 100)).map { $0 + $1 }, 1000, 70)
    // Half the number of samples is left out: of the waves that count, there is nothing in this one.
    try expect(loudestTone([1, -1, 1, -1, 1, -1, 1, -1], 8000), "nil") { $0 == nil }
    for silent in [[], [1, -1, 1], Array(repeating: 0, count: 50), Array(repeating: 3, count: 50)] as [[Double]] {
        try expect(loudestTone(silent, 8000), "nil") { $0 == nil }
    }
}
