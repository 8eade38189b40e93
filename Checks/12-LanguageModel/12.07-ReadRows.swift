import Chapter12
import Datasets
import Exercises12
import Practice
import Solutions12
import Tensors
import Training

let readRows = Check(
    "12.7",
    answer(
        "readRows(_:rows:vocabulary:)", Exercises12.readRows(_:rows:vocabulary:),
        Solutions12.readRows(_:rows:vocabulary:))
) { readRows in
    let words = ["one", ".", "two", "three"]
    let batches = [IntTensor([[0, 1, 2], [3, 1, 0]]), IntTensor([[1, 3, 1], [9, 1, -1]])]
    let texts = ["one . two | . three .", "three . one | ? . ?"]
    try expectEqual(readRows(batches, 2, words), texts)
    try expectEqual(readRows(batches, 1, words), [texts[0]])
    try expectEqual(readRows(batches, 5, words), texts)
    try expectEqual(readRows([batches[0]], 2, words), ["one . two", "three . one"])
    try expectEqual(readRows([], 3, words), [])
    try expectEqual(readRows(batches, 0, words), [])

    let vocabulary = WordVocabulary(HumanNumbers.tokens)
    let loaders = groupedBatches(threeWordSamples(try vocabulary.numericalized(HumanNumbers.tokens)))
    try expectEqual(
        readRows(loaders.valid.prefix(3).map(\.0), 1, vocabulary.words),
        [". eight thousand | eighty five . | eight thousand eighty"])
}
