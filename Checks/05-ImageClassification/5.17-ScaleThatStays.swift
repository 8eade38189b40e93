import Exercises05
import Practice
import Solutions05

let scaleThatStays = Check(
    "5.17",
    answer(
        "scaleThatStays(_:largest:)", Exercises05.scaleThatStays(_:largest:),
        Solutions05.scaleThatStays(_:largest:))
) { scaleThatStays in
    func expectScale(_ gradients: [Float], _ largest: Float, _ scale: Float, lost: [Int]) throws {
        let found = try scaleThatStays(gradients, largest)
        try expectEqual(found.its("scale") { $0.scale }, scale)
        try expectEqual(found.its("lost, without and with the scale") { $0.lost }, lost)
    }
    try expectScale([1, -0.5, 0.25], 0x1p24, 32_768, lost: [0, 0])
    // The largest one is negative.
    try expectScale([0.5, -1000, 2], 0x1p24, 64, lost: [0, 0])
    // Half of the smallest half, 2⁻²⁴, is rounded to 0; a little more is not. A gradient of 0 cannot be lost.
    try expectScale([0x1p-25, 0x1.8p-25, -1e-12, 0, 1], 1024, 1024, lost: [2, 1])
    try expectScale([1e-8, -1e-9, 1e-12, 3], 0x1p24, 16_384, lost: [3, 1])
    // The largest half is 65,504, and what is below 65,520 is rounded to it.
    try expectScale([16_379.5], 0x1p24, 4, lost: [0, 0])
    try expectScale([16_380], 0x1p24, 2, lost: [0, 0])
    // As large as is allowed; 1000 is no power of two.
    try expectScale([1e-6], 1024, 1024, lost: [0, 0])
    try expectScale([1e-6], 1000, 512, lost: [0, 0])
    try expectScale([1e-6], 1, 1, lost: [0, 0])
    // Too large with any scale.
    try expectScale([70_000, 1e-9], 0x1p24, 1, lost: [1, 1])
    // Nothing to lose.
    try expectScale([], 64, 64, lost: [0, 0])
    try expectScale([0, 0], 64, 64, lost: [0, 0])
}
