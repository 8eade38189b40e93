import Exercises11
import Practice
import Solutions11

let splitByGrandparent = Check(
    "11.5",
    answer("splitByGrandparent(_:_:_:)", Exercises11.splitByGrandparent(_:_:_:), Solutions11.splitByGrandparent(_:_:_:))
) { splitByGrandparent in
    try expectEqual(
        splitByGrandparent(["a/train/pos/1.txt", "a/test/neg/2.txt", "a/unsup/x/3.txt"], "train", "test"), [[0], [1]])
    try expectEqual(
        splitByGrandparent(["train/x/1", "train/2", "3", "valid/train/4", "valid/y/5"], "train", "valid"),
        [[0], [3, 4]])
    try expectEqual(splitByGrandparent([], "train", "valid"), [[], []])
}
