// The small examples of sections 8.4 to 8.7, and what holds between models.

import Chapter08
import Datasets
import Foundation
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `8.4 From scratch` {
    @Test func `Example greets`() {
        #expect(Example("Sylvain").say("nice to meet you") == "Hello Sylvain, nice to meet you.")
        #expect(Shouting("Sylvain").say("nice to meet you") == "HELLO SYLVAIN, NICE TO MEET YOU.")
    }

    @Test func `a range from 0 to 5.5 has 2.75 in its middle, and 5 at ln 10`() {
        #expect(sigmoidRange(Tensor(0), 0, 5.5).item == 2.75)
        #expect(abs(sigmoidRange(Tensor(Float(log(10.0))), 0, 5.5).item - 5) < 1e-5)
    }

    @Test func `a model with embeddings and one with parameters are the same, forward and backward`() {
        var random = SplitMix64(seed: 84)
        let layers = DotProductBias(users: 9, films: 12, factors: 4, using: &random)
        let own = OwnDotProductBias(users: 9, films: 12, factors: 4, using: &random)
        own.copy(layers)
        let (x, y) = (IntTensor([[1, 2], [3, 2], [1, 11], [0, 0]]), Tensor([4, 1, 5, 3]))
        #expect(layers(x).shape == [4, 1] && own(x).shape == [4])
        expectClose(layers(x).flattened(), own(x))
        flatMSELoss(layers(x), y).backward()
        mseLoss(own(x), y).backward()
        expectClose(layers.users.weight.grad!, own.userFactors.grad!)
        expectClose(layers.filmBias.weight.grad!.squeezed(1), own.filmBias.grad!)
        #expect(layers.parameterCount == 9 * 5 + 12 * 5 && own.parameterCount == layers.parameterCount)
    }

    @Test func `decay in the loss, in the gradient, and apart from it: one step of gradient descent is the same`() {
        var random = SplitMix64(seed: 85)
        let start = Tensor.randn(3, 2, using: &random), x = Tensor.randn(5, 3, using: &random)
        let models = (0..<3).map { _ in Parameter(start) }
        func loss(_ p: Parameter) -> Tensor { x.matmul(p.value).squared().mean() }
        penalized(loss(models[0]), [models[0]], decay: 0.1).backward()
        loss(models[1]).backward()
        addDecay(to: [models[1]], decay: 0.1)
        loss(models[2]).backward()
        shrink([models[2]], rate: 0.3, decay: 0.2)
        for model in models { SGD([model], learningRate: 0.3).step() }
        expectClose(models[0].value.detached(), models[1].value.detached())
        expectClose(models[1].value.detached(), models[2].value.detached())
    }
}

@Suite struct `8.5 Interpreting` {
    /// NumPy's `linalg.eigvalsh` of the same matrix.
    @Test func `eigenvalues are NumPy's, and the vectors are unit vectors at right angles`() {
        let matrix: [[Double]] = [[4, 1, -2, 2], [1, 2, 0, 1], [-2, 0, 3, -2], [2, 1, -2, -1]]
        let (values, vectors) = eigenvectors(of: matrix)
        expectClose(values, [6.84462111, 2.26853141, 1.08436446, -2.19751698], absolute: 1e-7, relative: 0)
        for i in 0..<4 {
            let product = matrix.map { row in zip(row, vectors[i]).reduce(0) { $0 + $1.0 * $1.1 } }
            expectClose(product, vectors[i].map { $0 * values[i] }, absolute: 1e-9, relative: 0)
            for j in 0..<4 {
                let dot = zip(vectors[i], vectors[j]).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(abs(dot - (i == j ? 1 : 0)) < 1e-9)
            }
        }
        #expect(eigenvectors(of: [[5]]).values == [5])
        #expect(eigenvectors(of: [[0, 0], [0, 0]]).values == [0, 0])
    }

    @Test func `components have the variances of the eigenvalues, and no correlation`() {
        var random = SplitMix64(seed: 86)
        let x = Tensor.randn(200, 5, using: &random) * Tensor([3, 1, 2, 0.5, 1]) + 7
        let (rows, directions, variances) = principalComponents(x, 3)
        #expect(rows.shape == [200, 3] && directions.shape == [3, 5] && variances.count == 5)
        for k in 0..<3 { #expect(abs(Double(rows[0..., k].variance().item) / variances[k] - 1) < 1e-4) }
        #expect(abs((rows[0..., 0] * rows[0..., 1]).mean().item) < 1e-3)
        #expect(variances == variances.sorted(by: >))
    }

    @Test func `neighbours by direction and by distance`() {
        let factors = Tensor([[9, 9], [1, 2], [10, 20], [2, 1], [1, 1.9]])
        #expect(mostSimilar(to: 1, factors: factors, count: 3) == [2, 4, 3])
        #expect(mostSimilar(to: 1, factors: factors, count: 3, byDirection: false) == [4, 3, 2])
        expectClose(
            cosineSimilarity(factors, factors[1]),
            factors.cosineSimilarity(factors[1].unsqueezed(0).expanded(to: [5, 2]), axis: 1),
            relative: 1e-4)
        expectClose(euclideanDistance(Tensor([[3, 4]]), Tensor([0, 0])), Tensor([5]))
    }

    @Test func `least squares finds the weights, and a ridge makes them smaller`() {
        let x: [[Double]] = [[1, 0, 2], [1, 1, 1], [1, 2, -1], [1, 3, 0], [0, 1, 1]]
        let y = x.map { 2 * $0[0] - $0[1] + 0.5 * $0[2] }
        expectClose(leastSquares(x, y, ridge: 1e-12), [2, -1, 0.5], absolute: 1e-6, relative: 0)
        let small = leastSquares(x, y, ridge: 5)
        #expect(small.reduce(0) { $0 + $1 * $1 } < 4)
        #expect(leastSquares([], [], ridge: 1).isEmpty)
    }
}

@Suite struct `8.7 Nets and recommendations` {
    @Test func `the library's net has the counts of fastai's`() {
        var random = SplitMix64(seed: 87)
        let net = EmbeddingNN([(944, 74), (1635, 101)], layers: [100, 50], range: 0...5.5, using: &random)
        #expect(net.parameterCount == 234_991 + 17_500 + 200 + 5000 + 100 + 51)
        let y = net(IntTensor([[1, 2], [3, 4], [900, 1600]]))
        #expect(y.shape == [3, 1] && y.scalars.allSatisfy { $0 > 0 && $0 < 5.5 })
    }

    @Test func `what has been rated is not recommended, and the reason points in the same direction`() {
        let films = Tensor([[0, 0], [1, 0], [0, 1], [2, 0.1], [0.1, 3], [-1, 0]])
        let taste = Taste(factors: Tensor([1, 0]), bias: 0)
        let found = recommend(
            2, to: taste, rated: [1: 5, 2: 4, 5: 2], among: Array(0..<6), films: films, filmBias: .zeros(6))
        #expect(found.map(\.title) == [3, 4] && found.map(\.because) == [1, 2])
        #expect(found[0].match == 2 && found[0].rating > found[1].rating)
        #expect(
            recommend(9, to: taste, rated: [:], among: [0, 5], films: films, filmBias: .zeros(6)).map(\.title) == [5])
    }
}
