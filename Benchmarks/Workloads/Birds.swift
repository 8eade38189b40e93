// # Birds and airplanes, by layers that see all pixels at once
//
// 10,000 pictures as vectors in batches of 64; 1,574,402 parameters, learning rate 0.01, 10 epochs.

import Layers
import Tensors
import Training

func ch07Birds(_ bench: Bench) throws {
    let pictures = try bench.birdsAndAirplanes()
    let epochs = 10
    try bench.measure("ch07-birds", items: epochs * 10_000, "images", metric: "test accuracy") { random in
        let model = Sequential(
            Linear(3072, 512, using: &random), Tanh(), Linear(512, 2, using: &random), LogSoftmax())
        let loader = DataLoader(
            TensorDataset(pictures.train.x, pictures.train.y), batchSize: 64, shuffledUsing: &random)
        return Work {
            let optimizer = SGD(model.parameters, learningRate: 1e-2)
            for _ in 0..<epochs {
                for (x, labels) in loader {
                    nllLoss(model(x), labels).backward()
                    optimizer.step()
                    optimizer.zeroGrad()
                }
            }
        } judge: {
            accuracy(of: model, on: pictures.valid)
        }
    }
}

/// The share of items whose largest score is at the label.
func accuracy(of model: any Layer<Tensor, Tensor>, on data: (x: Tensor, y: IntTensor)) -> Double {
    let found = noGrad { model(data.x).argmax(axis: -1) }
    return Double((found .== data.y).trueCount) / Double(found.count)
}
