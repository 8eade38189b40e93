import Exercises04
import Practice
import Solutions04
import Tensors

let idealImage = Check(
    "4.3", answer("idealImage(_:)", Exercises04.idealImage(_:), Solutions04.idealImage(_:))
) { idealImage in
    try expectClose(idealImage([[[0, 255]], [[255, 255]]].map { ByteTensor($0) }), Tensor([[0.5, 1]]))
    try expectClose(idealImage([ByteTensor([[51, 102], [0, 255]])]), Tensor([[0.2, 0.4], [0, 1]]))
    // As many images as rows and columns: the shape does not give away a mean over the wrong axis.
    let images: [ByteTensor] = [[[255, 0], [0, 51]], [[255, 102], [0, 0]]].map { ByteTensor($0) }
    try expectClose(idealImage(images), Tensor([[1, 0.2], [0, 0.1]]))
    // The sum of these bytes is far more than a byte can hold.
    let dark = [ByteTensor](repeating: ByteTensor([[200]]), count: 300)
    try expectClose(idealImage(dark).noting("300 times the same image"), Tensor([[200 / 255]]))
}
