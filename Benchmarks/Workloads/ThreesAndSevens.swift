// # Chapter 4: threes and sevens
//
// 12,396 images in batches of 256, plain gradient descent.

import Layers
import Tensors
import Training

/// One layer, 785 parameters, learning rate 1, 20 epochs.
func ch04Linear(_ bench: Bench) throws {
    let digits = try bench.threesAndSevens()
    try bench.tellApart("ch04-linear", digits, learningRate: 1, epochs: 20) { random in
        Linear(784, 1, using: &random)
    } batches: { random in
        DataLoader(TensorDataset(digits.train.x, digits.train.y), batchSize: 256, shuffledUsing: &random)
    }
}

/// 784-30-ReLU-1, 23,581 parameters, learning rate 0.1, 40 epochs.
func ch04Net(_ bench: Bench) throws {
    let digits = try bench.threesAndSevens()
    try bench.tellApart("ch04-net", digits, learningRate: 0.1, epochs: 40, net: simpleNet) { random in
        DataLoader(TensorDataset(digits.train.x, digits.train.y), batchSize: 256, shuffledUsing: &random)
    }
}

/// The same net from a list of single items, which the loader stacks; 5 epochs.
func ch04NetDataLoader(_ bench: Bench) throws {
    let digits = try bench.threesAndSevens()
    let pairs = (0..<digits.train.x.shape[0]).map { (digits.train.x[$0], digits.train.y[$0]) }
    try bench.tellApart("ch04-net-dataloader", digits, learningRate: 0.1, epochs: 5, net: simpleNet) { random in
        DataLoader(pairs, batchSize: 256, shuffledUsing: &random)
    }
}

func simpleNet(using random: inout SplitMix64) -> Sequential {
    Sequential(Linear(784, 30, using: &random), ReLU(), Linear(30, 1, using: &random))
}

/// The mean over all items of how far the prediction is from its target, 1 for a three.
private func mnistLoss(_ scores: Tensor, _ isThree: Tensor) -> Tensor {
    let predictions = scores.sigmoid()
    return Tensor.where(isThree .== 1, 1 - predictions, predictions).mean()
}

extension Bench {
    fileprivate func tellApart(
        _ workload: String, _ digits: DataSets<Tensor, Tensor>, learningRate: Float, epochs: Int,
        net: (inout SplitMix64) -> any Layer<Tensor, Tensor>,
        batches: (inout SplitMix64) -> DataLoader<(Tensor, Tensor)>
    ) throws {
        try measure(workload, items: epochs * digits.train.x.shape[0], "images", metric: "valid accuracy") { random in
            let (model, loader) = (net(&random), batches(&random))
            return Work {
                let optimizer = SGD(model.parameters, learningRate: learningRate)
                for _ in 0..<epochs {
                    for (x, isThree) in loader {
                        mnistLoss(model(x), isThree).backward()
                        optimizer.step()
                        optimizer.zeroGrad()
                    }
                }
            } judge: {
                let found = noGrad { Tensor(model(digits.valid.x) .> 0) }
                return Double(Tensor(found .== digits.valid.y).mean().item)
            }
        }
    }
}
