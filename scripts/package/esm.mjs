import { backendInfo, nn, optim, tensor } from 'descend';
import train from './train.cjs';

train({ tensor, nn, optim, backendInfo });
