// Nudge: It is `TrackResults` with an opinion. What has to be remembered from one validation to the next?
// Idea: The lowest loss so far, and how many validations have passed since it was found. The sum and the number of
//   items are emptied in `beforeEpoch`, the rest in `beforeFit`.
// Almost: In `afterEpoch`, unless the model is training: `if loss < lowest` keep it and count from 0 again, else count
//   one more; and throw `Cancel.fit` when the count has come to the patience. `NaN < lowest` is false, as it should be.

import Chapter19
import Tensors

public final class EarlyStopping: Callback {
    public private(set) var history: [Float] = []
    private let patience: Int
    private var (lowest, since): (Float, Int) = (.infinity, 0)
    private var (sum, count): (Double, Int) = (0, 0)

    public init(patience: Int) { self.patience = patience }

    public override func beforeFit() { (history, lowest, since) = ([], .infinity, 0) }
    public override func beforeEpoch() { (sum, count) = (0, 0) }

    public override func afterBatch() {
        guard !self.model.isTraining, let loss = self.batchLoss else { return }
        sum += Double(loss.item) * Double(self.batch.y.count)
        count += self.batch.y.count
    }

    public override func afterEpoch() throws {
        guard !self.model.isTraining, count > 0 else { return }
        let loss = Float(sum / Double(count))
        history.append(loss)
        (lowest, since) = loss < lowest ? (loss, 0) : (lowest, since + 1)
        if since >= patience { throw Cancel.fit }
    }
}
