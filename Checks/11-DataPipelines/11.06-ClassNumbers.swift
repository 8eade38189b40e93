import Exercises11
import Practice
import Solutions11

let classNumbers = Check(
    "11.6",
    answer("classNumbers(_:_:)", Exercises11.classNumbers(_:_:), Solutions11.classNumbers(_:_:))
) { classNumbers in
    try expectEqual(classNumbers(["pos", "neg", "pos"], ["pos", "meh"]), [1, nil])
    try expectEqual(classNumbers(["b", "a", "C"], ["C", "a", "b"]), [0, 1, 2])
    try expectEqual(classNumbers([], ["a"]), [nil])
    try expectEqual(classNumbers(["a", "a"], ["a"]), [0])
}
