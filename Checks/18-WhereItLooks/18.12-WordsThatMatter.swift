import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

private typealias Wanted = @Sendable ([Int], Named<Embedding>, Named<any Layer<Tensor, Tensor>>, Int) throws -> [Float]

private let readers: Wanted = { try Exercises18.wordScores($0, embedding: $1.value, reader: $2.value, kind: $3) }
private let ours: Wanted = { try Solutions18.wordScores($0, embedding: $1.value, reader: $2.value, kind: $3) }

let wordScores = Check(
    "18.12",
    Answer(
        NamedFunction("wordScores(_:embedding:reader:kind:)", readers),
        NamedFunction("wordScores(_:embedding:reader:kind:)", ours))
) { wordScores in
    // the, film, was, not, good, bad, and what speaks for "negative" and "positive".
    let embedding = Embedding(Tensor([[0, 0], [0, 0.1], [0, 0], [0.5, 0], [0, 2], [3, 0]]))
    var random = SplitMix64(seed: 1812)
    let head = Linear(2, 2, using: &random)
    head.weight.assign(Tensor([[1, -1], [-1, 1]]))
    head.bias!.assign(Tensor([0.25, -0.25]))
    let mean = Sequential(Lambda { $0.mean(axis: 1) }, head)
    let (table, reader) = (
        Named("table", embedding), Named("mean of the words, then linear", mean as any Layer<Tensor, Tensor>)
    )
    try expectClose(wordScores([0, 1, 2, 4], table, reader, 1), [0, 0.025, 0, 0.5])
    try expectClose(wordScores([0, 1, 2, 5], table, reader, 1), [0, 0.025, 0, -0.75])
    try expectClose(wordScores([5, 4, 5], table, reader, 0), [1, -2.0 / 3, 1])
    try expectClose(wordScores([], table, reader, 0), [])
    let parameters = embedding.parameters + mean.parameters
    try expectEqual(Found("parameters with a gradient afterwards", parameters.count { $0.grad != nil }), 0)
    try expectEqual(Found("hooks left at the embedding", embedding.numberOfHooks), 0)
    // Here they add up to the score, but for the bias.
    let words = [3, 4, 1]
    let score = noGrad { mean(embedding(IntTensor(shape: [1, 3], words))) }[0, 1].item
    try expectClose(
        wordScores(words, table, reader, 1).its("their sum, plus the bias") { $0.reduce(-0.25, +) }, score)

    // A reader for which the other words matter, beside the gradient of a leaf.
    let (inner, outer) = (Linear(2, 5, using: &random), Linear(5, 3, using: &random))
    let deep = Sequential(inner, Tanh(), Lambda { $0.mean(axis: 1).squared() }, Dropout(0.5, using: &random), outer)
    let text = [1, 4, 3, 4, 5]
    for kind in 0..<3 {
        deep.eval()
        let leaf = noGrad { embedding(IntTensor(shape: [1, 5], text)) }.requiringGrad()
        deep(leaf)[0, kind].backward()
        deep.zeroGrad()
        deep.train()
        let expected = (leaf.detached() * leaf.grad!)[0].sum(axis: 1).scalars
        let named = Named("a deeper reader with dropout", deep as any Layer<Tensor, Tensor>)
        try expectClose(wordScores(text, table, named, kind), expected)
    }
}
