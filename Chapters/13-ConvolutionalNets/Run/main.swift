import Chapter13

ConvolutionalNets.main()
