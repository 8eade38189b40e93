import Exercises13
import Practice
import Solutions13
import Tensors

let turned = Check(
    "13.2", answer("turned(_:quarterTurns:)", Exercises13.turned(_:quarterTurns:), Solutions13.turned(_:quarterTurns:))
) { turned in
    let small = Tensor([[1, 2], [3, 4]])
    let four = [small, Tensor([[3, 1], [4, 2]]), Tensor([[4, 3], [2, 1]]), Tensor([[2, 4], [1, 3]])]
    for turns in -5...8 { try expectClose(turned(small, turns), four[(turns + 8) % 4]) }
    let wide = Tensor([[1, 2, 3], [4, 5, 6]])
    try expectClose(turned(wide, 1), Tensor([[4, 1], [5, 2], [6, 3]]))
    try expectClose(turned(wide, 2), Tensor([[6, 5, 4], [3, 2, 1]]))
    try expectClose(turned(wide, -1), Tensor([[3, 6], [2, 5], [1, 4]]))
    let top = Tensor([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])
    try expectClose(turned(top, 1).noting("of top edges: right edges"), -top.transposed())
    try expectClose(turned(top, 3).noting("of top edges: left edges"), top.transposed())
}
