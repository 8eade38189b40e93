import Exercises98
import Practice
import Solutions98

let halve = Check("98.1", answer("half(_:)", Exercises98.half(_:), Solutions98.half(_:))) { half in
    try expectEqual(half(8), 4)
    try expectEqual(half(-5), -2)
}
