import Exercises03
import Practice
import Solutions03

let wrongCodes = Check(
    "3.1",
    answer("wrongCodes(_:meant:)", Exercises03.wrongCodes(_:meant:), Solutions03.wrongCodes(_:meant:))
) { wrongCodes in
    try expectEqual(wrongCodes([250: 6, 343: 0], [250: 6, 343: 20, 813: 0]), [343, 813])
    try expectEqual(wrongCodes([250: 6, 343: 20, 813: 0], [250: 6, 343: 20, 813: 0]), [])
    try expectEqual(wrongCodes([:], [9: 1, 2: 0, 5: 3]), [2, 5, 9])
    try expectEqual(wrongCodes([1: 1, 2: 2, 99: 4], [1: 2, 2: 1]), [1, 2])
    try expectEqual(wrongCodes([1: 1], [:]), [])
}
