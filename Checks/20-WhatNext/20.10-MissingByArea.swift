import Exercises20
import Practice
import Solutions20

let missingByArea = Check(
    "20.10",
    answer("missingByArea(_:answers:)", Exercises20.missingByArea(_:answers:), Solutions20.missingByArea(_:answers:))
) { missingByArea in
    try expectEqual(
        missingByArea(["data.1", "data.2", "people.1.a"], ["data.2": "no", "people.1.a": " "]),
        ["data": 1, "people": 1])
    try expectEqual(missingByArea(["a.1", "a.2"], ["a.1": "x", "a.2": "y", "b.1": ""]), ["a": 0])
    try expectEqual(missingByArea(["a.1.a", "a.1.b", "a.2"], [:]), ["a": 3])
    try expectEqual(missingByArea([], ["a.1": "x"]), [:])
}
