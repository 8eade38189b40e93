import Exercises11
import Practice
import Solutions11

let normalized = Check(
    "11.1",
    answer("normalized(_:_:)", Exercises11.normalized(_:_:), Solutions11.normalized(_:_:))
) { normalized in
    try expectClose(normalized([1, 2, 3, 4, 5], 5), [1.414_213_562_373_095_1, 5])
    try expectClose(normalized([1, 2, 3, 4, 5], 3), [0, 3])
    try expectClose(normalized([-2, 2], 4), [2, 4])
    try expectClose(normalized([7, 7], 9), [2, 9])
}
