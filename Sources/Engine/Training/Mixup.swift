// # Mixup: training on mixtures
//
//     let learner = Learner(loaders, model, loss: …, callbacks: [Mixup(using: &random)])
//
// Each picture of a batch is mixed with another one of the batch, and is to be recognized as both, to just these
// shares. The labels stay as they are: cross-entropy is linear in its target, so the mean of two losses is the loss of
// the mean of two targets.

import Tensors

/// Trains a classifier on mixtures of its inputs. (H. Zhang and others, "mixup: Beyond Empirical Risk Minimization",
/// 2018; fastai's `MixUp`.)
///
///     x = λ · x₁ + (1 - λ) · x₂,    loss = λ · loss(y₁) + (1 - λ) · loss(y₂)
///
/// λ is drawn for each item, from Beta(α, α), and is at least ½: the first item is the larger part. Nothing is mixed in
/// validation. The losses of mixtures cannot be compared with those of plain inputs: none of them can get down to 0.
public final class Mixup: StatefulCallback {
    /// Before callbacks that add something to the loss.
    public var order: Int { -10 }
    private let alpha: Double
    private let losses: (_ scores: Tensor, _ labels: IntTensor) -> Tensor
    private var random: SplitMix64
    /// Of the batch that is being trained on: λ of each item [n], and the labels of what was mixed in [n].
    public private(set) var shares = Tensor([1]), otherLabels = IntTensor([0])

    /// - Parameters:
    ///   - alpha: 0.2 to 0.4 mixes most items a little, 1 mixes all of them alike.
    ///   - losses: the loss of each item, scores [n, classes] · labels [n] → [n]; what the learner's own loss takes the
    ///     mean of.
    ///   - random: gives the callback a stream of its own.
    public init(
        alpha: Double = 0.4, using random: inout some RandomNumberGenerator,
        losses: @escaping (_ scores: Tensor, _ labels: IntTensor) -> Tensor = {
            crossEntropy($0, $1, reduction: .none)
        }
    ) {
        require(alpha > 0 && alpha.isFinite, "Mixup(alpha: \(alpha))", "it must be above 0", try: "0.4")
        (self.alpha, self.losses, self.random) = (alpha, losses, SplitMix64(seed: random.next()))
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .fit || phase == .batch && learner.isTraining else { return }
        guard let learner = learner as? Learner<Tensor, IntTensor> else {
            stop(
                "Mixup of \(Input.self) with labels \(Target.self)", "it can mix tensors with one label per item",
                try: "a Learner<Tensor, IntTensor>")
        }
        if phase == .batch { mix(learner) }
    }

    private func mix(_ learner: Learner<Tensor, IntTensor>) {
        let (x, y) = (learner.inputs!, learner.targets!)
        let order = random.permutation(x.shape[0])
        shares = Tensor(
            order.map { _ in
                let share = Float(random.beta(alpha, alpha))
                return max(share, 1 - share)
            })
        otherLabels = y.rows(order)
        let ofPictures = shares.reshaped([order.count] + [Int](repeating: 1, count: x.rank - 1))
        learner.inputs = ofPictures * x + (1 - ofPictures) * x.rows(order)
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .loss, learner.isTraining, let learner = learner as? Learner<Tensor, IntTensor> else { return }
        let scores = learner.predictions
        learner.batchLoss =
            (shares * losses(scores, learner.targets!) + (1 - shares) * losses(scores, otherLabels)).mean()
    }

    /// The state of its random stream, sixteen bits in each number.
    public var state: [String: Float] {
        get {
            let pairs = (0..<4).map { ("random\($0)", Float(random.state >> (16 * $0) & 0xFFFF)) }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
        set {
            let parts = (0..<4).map { UInt64(newValue["random\($0)"] ?? 0) << (16 * $0) }
            random = SplitMix64(seed: parts.reduce(0, |))
        }
    }
}
