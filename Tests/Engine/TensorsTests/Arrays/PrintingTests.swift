import Testing

@testable import Tensors

@Suite struct `A tensor as text` {
    @Test func `of small size shows every number, a matrix in columns, a vector on one line`() {
        #expect(
            "\(Tensor([[1, 2.5], [-10, 0.125]]))" == """
                Tensor [2, 2]
                    1.0000    2.5000
                  -10.0000    0.1250
                """)
    }

    @Test func `shows whole numbers with a bare point`() {
        #expect("\(Tensor([1, 20, -3]))" == "Tensor [3]  1.  20.  -3.")
    }

    @Test func `shows a single number as just that`() {
        #expect("\(Tensor(3))" == "3." && "\(Tensor(0.25))" == "0.2500" && "\(IntTensor(7))" == "7")
    }

    @Test func `says what made it`() {
        let x = Tensor([1, 2]).requiringGrad()
        #expect("\(x)" == "Tensor [2] (requires grad)  1.  2.")
        #expect("\(x * 2)" == "Tensor [2] (gradFn: multiply)  2.  4.")
        #expect("\(x.sum())" == "3. (gradFn: sum)")
    }

    @Test func `names the type of its elements`() {
        #expect("\(IntTensor([[1, -20]]))" == "IntTensor [1, 2]\n    1  -20")
        #expect("\(BoolTensor([true, false]))" == "BoolTensor [2]  true  false")
        #expect("\(ByteTensor([0, 255]))" == "ByteTensor [2]  0  255")
    }

    @Test func `is only a shape when there are no elements`() {
        #expect("\(Tensor.zeros(0, 3))" == "Tensor [0, 3]" && "\(IntTensor([Int]()))" == "IntTensor [0]")
    }

    @Test func `separates blocks by an empty line`() {
        #expect("\(IntTensor(shape: [2, 2, 1], [1, 2, 3, 4]))" == "IntTensor [2, 2, 1]\n  1\n  2\n\n  3\n  4")
    }

    @Test func `of large size shows its corners`() {
        #expect(
            "\(Tensor(IntTensor(shape: [50, 40], Array(0..<2000))))" == """
                Tensor [50, 40]
                     0.     1.     2.  …    37.    38.    39.
                    40.    41.    42.  …    77.    78.    79.
                    80.    81.    82.  …   117.   118.   119.
                  …
                  1880.  1881.  1882.  …  1917.  1918.  1919.
                  1920.  1921.  1922.  …  1957.  1958.  1959.
                  1960.  1961.  1962.  …  1997.  1998.  1999.
                """)
    }

    @Test func `switches to powers of ten for very large or small numbers`() {
        #expect("\(Tensor([1e-5, 2e-5]))" == "Tensor [2]  1.0000e-05  2.0000e-05")
        #expect("\(Tensor([1.5, 2e7]))" == "Tensor [2]  1.5000e+00  2.0000e+07")
    }

    @Test func `shows what is not a number`() {
        #expect("\(Tensor([.nan, .infinity, -.infinity, 1]))" == "Tensor [4]  nan  inf  -inf  1.0000")
        #expect("\(Tensor([-Float.nan, 2]))" == "Tensor [2]  nan  2.0000", "the sign of a NaN means nothing")
    }

    @Test func `looks the same for a view`() {
        let x = Tensor([[1, 2], [3, 4]])
        #expect("\(x.T)" == "Tensor [2, 2]\n  1.  3.\n  2.  4.")
        #expect("\(Tensor(5).expanded(to: [2, 2]))" == "Tensor [2, 2]\n  5.  5.\n  5.  5.")
    }
}
