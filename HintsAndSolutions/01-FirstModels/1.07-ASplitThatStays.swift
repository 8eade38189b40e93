// Nudge: The statement is a recipe; go through it line by line, with one variable of type UInt64.
// Idea: `for byte in name.utf8` gives bytes as UInt8, which have to become UInt64 first.
// Almost: `number ^ UInt64(byte)` is the first of the two steps for a byte. Behind the loop, `number >> 32` is the
//   number shifted. And since two whole numbers divide to a whole number, the remainder has to become a `Double` before
//   it is divided.

public func isHeldBack(_ name: String, share: Double) throws -> Bool {
    var number: UInt64 = 14_695_981_039_346_656_037
    for byte in name.utf8 { number = (number ^ UInt64(byte)) &* 1_099_511_628_211 }
    number ^= number >> 32
    return Double(number % 1_000_000) / 1_000_000 < share
}
