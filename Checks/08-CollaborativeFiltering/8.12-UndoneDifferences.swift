import Exercises08
import Practice
import Solutions08
import Tensors

let undoneDifferences = Check(
    "8.12",
    answer(
        "predictions(of:sumKeepsAxis:biasHasColumn:)", Exercises08.predictions(of:sumKeepsAxis:biasHasColumn:),
        Solutions08.predictions(of:sumKeepsAxis:biasHasColumn:))
) { predictions in
    for batch in [64, 5, 1] {
        for keeps in [true, false] {
            for column in [true, false] {
                let sum = Tensor.ones(batch, 3).sum(axes: [1], keepingAxes: keeps)
                let bias = column ? Tensor.ones(batch, 1) : Tensor.ones(batch)
                let found = try predictions(batch, keeps, column)
                try expectEqual(found.its("shape", \.shape), (sum + bias).shape)
                try expectEqual(found.its("areRight", \.areRight), (sum + bias).count == batch)
            }
        }
    }
}
