import Exercises04
import Practice
import Solutions04
import Tensors

let doubledCorner = Check(
    "4.5", answer("doubledCorner(of:)", Exercises04.doubledCorner(of:), Solutions04.doubledCorner(of:))
) { doubledCorner in
    try expectClose(doubledCorner(3), Tensor([[10, 12], [16, 18]]))
    try expectClose(doubledCorner(2).noting("the whole table"), Tensor([[2, 4], [6, 8]]))
    try expectClose(doubledCorner(10), Tensor([[178, 180], [198, 200]]))
}
