// Small learners for the questions and examples about looks, mixtures and smoothed labels.

import Chapter07
import Layers
import Tensors
import Training
import Vision

/// How many photos went through the net for six photos to be judged by.
func looksOfTTA(n: Int) throws -> Int {
    var random = SplitMix64(seed: 7)
    let photos = (0..<18).map { number in
        LabelledPhoto(
            photo: Photo(height: 20, width: 24, pixels: (0..<1440).map { _ in UInt8(random.next() % 256) }),
            label: ["a", "b"][number % 2], isValid: number % 3 == 0, name: "\(number)")
    }
    let block = DataBlock<LabelledPhoto, CategoryBlock>(
        target: CategoryBlock(), items: { _ in photos }, splitter: .function(\.isValid), getX: \.photo, getY: \.label,
        item: Resize(18), batch: [RandomCrop(16), Flip()])
    let data = try block.loaders(of: photos, batchSize: 4, using: &random)
    let body = Body(Sequential(Conv2d(3, 4, kernel: 3, stride: 2, using: &random)), name: "one convolution")
    let learner = VisionLearner(data, body: body, head: HeadPlan(hidden: [], dropout: 0), using: &random)
    var looks = 0
    let hook = learner.net.head.onForward { x, _ in looks += x.shape[0] }
    try hook.during { _ = try learner.tta(n: n) }
    return looks
}

/// Keeps what the model gets.
private final class Inputs: Callback {
    let order = 10
    private(set) var training: [[Float]] = [], validation: [[Float]] = []

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .predict, let x = learner.inputs as? Tensor else { return }
        if learner.isTraining { training.append(x.scalars) } else { validation.append(x.scalars) }
    }
}

/// The batches of an epoch as the model gets them.
func batchesSeen(withMixup isMixed: Bool) -> (training: [[Float]], validation: [[Float]]) {
    var random = SplitMix64(seed: 78)
    let data = TensorDataset(Tensor.randn(8, 1, 2, 2, using: &random), IntTensor([0, 1, 2, 0, 1, 2, 0, 1]))
    let inputs = Inputs()
    let model = Sequential(Flatten(), Linear(4, 3, using: &random))
    let learner = Learner(
        DataLoaders(DataLoader(data, batchSize: 4), DataLoader(data, batchSize: 4)), model,
        loss: { crossEntropy($0, $1) },
        callbacks: [inputs] + (isMixed ? [SimpleMixup(alpha: 1, using: &random)] : []))
    EpochReporting.silently { try? learner.fit(1, learningRate: 0) }
    return (inputs.training, inputs.validation)
}

/// Cross-entropy on new points of a linear model that has learned from a few points of two clouds, some of them on the
/// wrong side, for some steps: without mixing, and with mixed points and targets.
func lossesOnNewPoints(steps: Int, rate: Float, seed: UInt64) -> (plain: Float, mixed: Float) {
    var random = SplitMix64(seed: seed)
    func points(_ count: Int) -> (x: Tensor, y: Tensor) {
        let labels = (0..<count).map { $0 % 2 }
        let middles = Tensor(labels.map { $0 == 0 ? [-0.5] : [0.5] })
        let noise = Tensor.randn(count, 30, using: &random)
        let shift = Tensor.cat([middles * 2, Tensor.zeros(count, 29)], axis: 1)
        return (noise + shift, Tensor.eye(2).rows(labels))
    }
    let (few, new) = (points(24), points(2000))
    func loss(isMixed: Bool) -> Float {
        var chance = SplitMix64(seed: 1)
        let model = Linear(30, 2, using: &chance)
        let optimizer = SGD(model.parameters, learningRate: rate)
        for _ in 0..<steps {
            var (x, y) = few
            if isMixed {
                let partners = chance.permutation(24)
                let λ = Tensor((0..<24).map { _ in Float(chance.beta(1, 1)) }).unsqueezed(1)
                (x, y) = (λ * x + (1 - λ) * x.rows(partners), λ * y + (1 - λ) * y.rows(partners))
            }
            crossEntropy(model(x), y).backward()
            optimizer.step()
            optimizer.zeroGrad()
        }
        return noGrad { crossEntropy(model(new.x), new.y).item }
    }
    return (loss(isMixed: false), loss(isMixed: true))
}
