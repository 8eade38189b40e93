import Exercises09
import Practice
import Solutions09

let groupMeans = Check(
    "9.6",
    answer("groupMeans(_:_:)", Exercises09.groupMeans(_:_:), Solutions09.groupMeans(_:_:))
) { groupMeans in
    try expectEqual(groupMeans(["a", "b", "a", nil], [1, 5, 4, 9]), ["a": 2.5, "b": 5])
    try expectEqual(groupMeans([], []), [:])
    try expectEqual(groupMeans(["a", "a", "b"], [nil, 2, nil]), ["a": 2])
    try expectEqual(groupMeans([nil, nil], [1, 2]), [:])
    try expectEqual(groupMeans(["x", "y", "x", "y", "x"], [0, -1, 0, 1, 0]), ["x": 0, "y": 0])
    try expectEqual(groupMeans(["", "z", ""], [1, 8, 2]), ["": 1.5, "z": 8])
}
