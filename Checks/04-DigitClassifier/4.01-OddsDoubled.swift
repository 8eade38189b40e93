import Exercises04
import Practice
import Solutions04

let oddsDoubled = Check(
    "4.1", answer("oddsDoubled(_:)", Exercises04.oddsDoubled(_:), Solutions04.oddsDoubled(_:))
) { oddsDoubled in
    try expectEqual(oddsDoubled(Array(0...9)), [2, 6, 10, 14, 18])
    try expectEqual(oddsDoubled([3, 1, 3]), [6, 2, 6])
    try expectEqual(oddsDoubled([-5, -4, 0]), [-10])
    try expectEqual(oddsDoubled([]), [])
}
