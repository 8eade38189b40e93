// A TrainingLoop for the checks of callbacks that are written for it.

import Chapter16
import Layers
import Practice
import Tensors
import Training

/// x [batch, steps] → scores [batch, 2], and two more tensors [batch, steps, 2], like a recurrent net.
final class ThreeOutputs: Module, Layer {
    let weight = Parameter(Tensor([0.5, -1]))
    func forward(_ x: Tensor) -> [Tensor] {
        let raw = x.unsqueezed(2) * weight.value
        return [raw.sum(axis: 1), raw, raw * 1.5]
    }
}

/// One weight for each of two classes: x [batch, 1] → scores [batch, 2]
final class TwoWeights: Module, Layer {
    let weight = Parameter(Tensor([0.5, -1]))
    func forward(_ x: Tensor) -> Tensor { x * weight.value }
}

/// Loaders of certain rows of numbers, one row in each batch, whose labels are 0 and 1 in turn.
func rowLoaders(train: [[Float]], valid: [[Float]]) -> LabelledBatches {
    func batches(_ rows: [[Float]]) -> DataLoader<(Tensor, IntTensor)> {
        let numbers = Tensor(rows.joined().map { $0 }).reshaped(rows.count, rows[0].count)
        return DataLoader(TensorDataset(numbers, IntTensor(rows.indices.map { $0 % 2 })), batchSize: 1)
    }
    return LabelledBatches(batches(train), batches(valid))
}

/// Puts other losses in the place of those that the loop has computed, in training and in validation.
final class Losses: LoopCallback {
    private var training: ArraySlice<Float>, validation: ArraySlice<Float>

    init(_ training: [Float], _ validation: [Float]) {
        (self.training, self.validation) = (training[...], validation[...])
    }

    override func afterLoss() {
        guard let next = self.isTraining ? training.popFirst() : validation.popFirst() else { return }
        loop.loss = self.loss * 0 + next
    }
}
