import Exercises10
import Practice
import Solutions10

let partAndLabel = Check(
    "10.2",
    answer("partAndLabel(_:)", Exercises10.partAndLabel(_:), Solutions10.partAndLabel(_:))
) { partAndLabel in
    try expectEqual(partAndLabel("imdb/train/pos/12_8.txt"), ["train", "pos"])
    try expectEqual(partAndLabel("/data/imdb//test/neg/0_1.txt"), ["test", "neg"])
    try expectEqual(partAndLabel("a/b/c"), ["a", "b"])
    for short in ["a.txt", "pos/a.txt", "/pos/a.txt", "", "//"] { try expectEqual(partAndLabel(short), nil) }
}
