// Nudge: It is `TrackResults` with a memory. What has to be kept from one validation to the next, and when is it used?
// Idea: Keep the lowest loss, and the values of `self.model.parameters` at that time. A `Parameter` is an object, so
//   keeping it keeps nothing of what it was; keep its `value`. `afterFit` comes however the fit ended.
// Almost: In `afterEpoch`, unless the model is training: `if loss < lowest`, keep the loss, the epoch and
//   `self.model.parameters.map { $0.value.detached() + 0 }`. In `beforeFit` all of that is emptied.

import Chapter19
import Tensors

public final class BestWeights: Callback {
    public private(set) var best: Int?
    private var (lowest, kept): (Double, [Tensor]) = (.infinity, [])
    private var (sum, count): (Double, Int) = (0, 0)

    public override init() {}

    public override func beforeFit() { (best, lowest, kept) = (nil, .infinity, []) }
    public override func beforeEpoch() { (sum, count) = (0, 0) }

    public override func afterBatch() {
        guard !self.model.isTraining, let loss = self.batchLoss else { return }
        sum += Double(loss.item) * Double(self.batch.y.count)
        count += self.batch.y.count
    }

    public override func afterEpoch() {
        guard !self.model.isTraining, count > 0, sum / Double(count) < lowest else { return }
        (best, lowest) = (self.epoch, sum / Double(count))
        kept = self.model.parameters.map { $0.value.detached() + 0 }
    }

    public override func afterFit() {
        for (parameter, value) in zip(self.model.parameters, kept) { parameter.value = value }
    }
}
