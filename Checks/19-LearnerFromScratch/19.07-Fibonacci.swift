import Exercises19
import Practice
import Solutions19

let fibonacci = Check(
    "19.7", answer("fibonacci(_:)", Exercises19.fibonacci(_:), Solutions19.fibonacci(_:))
) { fibonacci in
    let twenty = [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181]
    for count in [20, 0, 1, 2, 3, 7] { try expectEqual(fibonacci(count), Array(twenty.prefix(count))) }
    let many = try fibonacci(91)
    try expectEqual(many.its("how many", \.count), 91)
    try expectEqual(many.its("the last one", \.last), 2_880_067_194_370_816_120)
}
