import Exercises12
import Practice
import Solutions12
import Tensors

let throughTime = Check(
    "12.6",
    answer(
        "throughTime(_:weight:slopes:reach:)", Exercises12.throughTime(_:weight:slopes:reach:),
        Solutions12.throughTime(_:weight:slopes:reach:))
) { throughTime in
    let one = try throughTime(Tensor([[[0.5, -1]]]), Tensor([[1, 2], [3, 4]]), Tensor([[[1, 2]]]), 1)
    let state = Tensor([[[0.5, -1]]]).tanh()
    try expectClose(one.its("dx", \.dx), Tensor([[[1, 2]]]) * (1 - state * state))
    try expectClose(one.its("dw", \.dw), .zeros(2, 2))

    var random = SplitMix64(seed: 1206)
    for (steps, batch, size, reach) in [(3, 2, 2, 3), (6, 3, 4, 2), (7, 1, 3, 3), (5, 2, 3, 1), (4, 2, 2, 9)] {
        let x = Tensor.randn(steps, batch, size, using: &random).requiringGrad()
        let w = (Tensor.randn(size, size, using: &random) * 0.7).requiringGrad()
        let slopes = Tensor.randn(steps, batch, size, using: &random)
        let found = try throughTime(x.detached(), w.detached(), slopes, reach)
        var (h, total) = (Tensor.zeros(batch, size), Tensor(0))
        for t in 0..<steps {
            if t % reach == 0 { h = h.detached() }
            h = (x[t] + h.matmul(w.T)).tanh()
            total = total + (h * slopes[t]).sum()
        }
        total.backward()
        try expectClose(found.its("dx", \.dx), x.grad!, tolerance: 1e-4)
        try expectClose(found.its("dw", \.dw), w.grad!, tolerance: 1e-4)
    }
}
