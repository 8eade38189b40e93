import Exercises21
import Practice
import Solutions21

let compensatedSum = Check(
    "21.7", answer("compensatedSum(_:)", Exercises21.compensatedSum(_:), Solutions21.compensatedSum(_:))
) { compensatedSum in
    try expectClose(try compensatedSum([]), 0)
    try expectClose(try compensatedSum([0.5, -2, 4]), 2.5)
    // The numbers of the page: small ones on a large sum. Neighbours of the sum are 1 or 2 apart.
    for (number, start, times) in [
        (Float(0.49), Float(8_400_000), 1000), (0.51, 8_400_000, 1000), (1, 16_777_216, 999),
    ] {
        let numbers = [start] + [Float](repeating: number, count: times)
        let exact = numbers.reduce(0) { $0 + Double($1) }
        let found = try compensatedSum(numbers).noting("\(start), and \(times) times \(number)")
        try expect(found, "\(exact), or its nearest neighbour") { abs(Double($0) - exact) <= 2 }
    }
    // Numbers with signs, and a tenth that floats cannot hold.
    let tenths = (0..<100_000).map { Float($0 % 7 == 0 ? -0.1 : 0.1) }
    let exact = tenths.reduce(0) { $0 + Double($1) }
    let found = try compensatedSum(tenths).noting("100,000 times 0.1, every seventh with a minus")
    try expect(found, "\(exact), to seven digits") { abs(Double($0) - exact) <= 1e-6 * exact }
}
