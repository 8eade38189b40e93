import Exercises09
import Practice
import Solutions09
import Tabular

let roundedError = Check(
    "9.9",
    answer("modelError(_:_:_:)", Exercises09.modelError(_:_:_:), Solutions09.modelError(_:_:_:))
) { error in
    let x = try Features(["x"], [[1, 2, 3, 4]])
    let mean = try DecisionTree(x, [1.0, 1, 1, 1])
    try expectEqual(error(mean, x.rows([0, 1]), [1, 2]), 0.707107)
    try expectEqual(error(mean, x, [1, 1, 1, 1]), 0)
    try expectEqual(error(mean, x.rows([0, 1, 2]), [0, 1, 3]), 1.290994)
    let tree = try DecisionTree(x, [2.0, 4, 6, 8])
    try expectEqual(error(tree, x, [2, 4, 6, 7]), 0.5)
    try expectEqual(error(tree, x, [1, 4, 6, 8.1]), 0.502494)
}
