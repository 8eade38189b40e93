// # Chapter 8: what a person would think of a film
//
// 80,000 ratings in batches of 64, 5 epochs. AdamW, one cycle up to 5e-3. A dot product of 133,977 parameters with
// decay 0.1, and a net of 257,540 with decay 0.01.

import Layers
import Tensors
import Training

func ch08Collab(_ bench: Bench) throws {
    try learnRatings(bench, "ch08-collab", decay: 0.1) { random in
        DotProductBias(users: 944, films: 1683, factors: 50, using: &random)
    }
}

func ch08Net(_ bench: Bench) throws {
    try learnRatings(bench, "ch08-nn", decay: 0.01) { random in RatingNet(using: &random) }
}

private func learnRatings(
    _ bench: Bench, _ name: String, decay: Float, model make: (inout SplitMix64) -> any Layer<IntTensor, Tensor>
) throws {
    let (ratings, epochs) = (try bench.ratings(), 5)
    try bench.measure(name, items: epochs * 80_000, "ratings", metric: "valid MSE") { random in
        let model = make(&random)
        let loader = DataLoader(
            TensorDataset(ratings.train.x, ratings.train.y), batchSize: 64, shuffledUsing: &random)
        return Work {
            var optimizer = OneCycle(model, peak: 5e-3, weightDecay: decay, steps: epochs * loader.count)
            for _ in 0..<epochs {
                for (x, y) in loader {
                    mseLoss(model(x), y).backward()
                    optimizer.step()
                }
            }
        } judge: {
            Double(noGrad { mseLoss(model(ratings.valid.x), ratings.valid.y).item })
        }
    }
}

/// 5.5 σ(user · film + bias of the user + bias of the film): ids [n, 2] → [n]
private final class DotProductBias: Module, Layer {
    let users, films, userBias, filmBias: Embedding

    init(users: Int, films: Int, factors: Int, using random: inout some RandomNumberGenerator) {
        self.users = Embedding(users, factors, deviation: 0.01, using: &random)
        self.films = Embedding(films, factors, deviation: 0.01, using: &random)
        userBias = Embedding(users, 1, deviation: 0.01, using: &random)
        filmBias = Embedding(films, 1, deviation: 0.01, using: &random)
    }

    func forward(_ ids: IntTensor) -> Tensor {
        let (user, film) = (ids[0..., 0], ids[0..., 1])
        let match = (users(user) * films(film)).sum(axis: 1, keepingAxes: true)
        return (match + userBias(user) + filmBias(film)).squeezed(1).sigmoid() * 5.5
    }
}

/// 5.5 σ(net(user, film)), 175 → 100 → 1: ids [n, 2] → [n]
private final class RatingNet: Module, Layer {
    let users, films: Embedding
    let layers: Sequential

    init(using random: inout some RandomNumberGenerator) {
        users = Embedding(944, 74, deviation: 0.01, using: &random)
        films = Embedding(1683, 101, deviation: 0.01, using: &random)
        layers = Sequential(Linear(175, 100, using: &random), ReLU(), Linear(100, 1, using: &random))
    }

    func forward(_ ids: IntTensor) -> Tensor {
        layers(.cat([users(ids[0..., 0]), films(ids[0..., 1])], axis: 1)).squeezed(1).sigmoid() * 5.5
    }
}
